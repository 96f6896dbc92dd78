-- How a teammate wants to be told: by which way, and when not. Without a row the defaults of the code hold.
create table notice_settings (
  teammate_id id primary key references teammates on delete cascade,
  by_mail text not null default 'instead' check (by_mail in ('always', 'instead', 'never')),
  -- On the wall of the teammate's own zone; both or none.
  quiet_from text check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_to text check (quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  -- Weekdays without a word, 0 = Sunday.
  days_off jsonb not null default '[]',
  -- "Hold all 25 min".
  hold_until timestamptz,
  -- For a call at night, where a provider is connected.
  phone text,
  check ((quiet_from is null) = (quiet_to is null))
);

-- Browsers that show what concerns somebody while Tend is closed (RFC 8030, RFC 8291).
create table push_devices (
  id id primary key,
  teammate_id id not null references teammates on delete cascade,
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  device text not null,
  created_at timestamptz not null default clock_now(),
  last_used_at timestamptz
);
create index push_devices_of on push_devices (teammate_id);

-- The message it is about, where it is about one: whoever has seen it on the screen is not told again.
alter table notices add column message_id id;
create index notices_told on notices (teammate_id, told_at);
