-- A letter that is taken back, or forgotten, asks for the words it was made of.
create index translated_replies_of_message on translated_replies (message_id) where message_id is not null;
