-- What a browser shows while Tend is closed ends with the sign-in it was switched on in: a machine that somebody has left, or
-- was signed out of from elsewhere, tells nobody about their customers any more.
alter table push_devices add column session_id id references sessions on delete cascade;
create index push_devices_of_session on push_devices (session_id) where session_id is not null;
