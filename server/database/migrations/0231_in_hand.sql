-- Today asks for what lies in one's own hand, and for what lies in nobody's: of a hundred thousand conversations, these few.
create index conversations_in_hand on conversations (assignee_id, inbox_id) where status = 'open';
