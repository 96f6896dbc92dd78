-- A person's promises in the order they were made, for the page of everything between us.
create index promises_of_customer on promises (customer_id, made_at desc, id desc);
