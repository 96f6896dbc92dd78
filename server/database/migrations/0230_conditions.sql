-- A promise may hang on something they do first: "Once you've sent the photo, I'll order it." Until it is met no clock runs; a time
-- that was named with it waits beside.
alter table promises add column condition text;
alter table promises add column met_at timestamptz;
alter table promises add column due_once_met timestamptz;
