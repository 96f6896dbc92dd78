-- Whoever listens is woken by the row itself, so that recording a fact is one statement. Equal notices of a transaction are one.
create function tell_of_events() returns trigger language plpgsql as $$
begin
  perform pg_notify('events', '');
  return null;
end
$$;
create trigger events_tell after insert on events for each statement execute function tell_of_events();
