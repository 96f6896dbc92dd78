-- The letters of a conversation, which every answer of ours names: they were looked for in all letters there are.
create index email_ids_conversation on email_ids (conversation_id);
