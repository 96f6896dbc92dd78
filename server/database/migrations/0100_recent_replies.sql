-- What somebody wrote last: the reader in the composer sees a near-copy by it.
create index messages_by_author on messages (author_id, at desc) where direction = 'out';
