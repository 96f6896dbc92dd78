-- Of a letter that was imported: when its mailbox says that it came, and which addresses were ours.
alter table letters add column imported jsonb;
-- Whether an inbox has a letter already, by its bytes.
create index letters_by_bytes on letters (raw_file, inbox_id);
