-- One row per connection that writes: the number of its last transaction, written with it. Where the answer to COMMIT was lost,
-- the row tells whether it was done. PostgreSQL's own transaction numbers cannot: after a crash they are given out again.
create table commit_marks (
  session uuid primary key,
  number bigint not null,
  at timestamptz not null default now()
) with (fillfactor = 20);
