-- What stands at the head and foot of what a practice prints: whose it is, how to reach them, and the pixels of its logo.

create table practice_letterhead (
  practice_id   uuid not null references practice,
  name          text,
  address       text[] not null,
  phone         text,
  email         text,
  website       text,
  registration  text,
  logo_alt      text,
  logo          bytea,
  logo_width    smallint,
  logo_height   smallint,
  changed_by    uuid not null,
  changed_at    timestamptz not null,
  version       integer not null,
  primary key (practice_id),
  constraint letterhead_name_is_short_and_not_empty check (length(name) between 1 and 120),
  constraint letterhead_address_has_five_short_lines_at_most
    check (cardinality(address) <= 5 and array_position(address, null) is null and length(array_to_string(address, '')) <= 500),
  constraint letterhead_says_shortly_how_to_reach_them check (length(phone) <= 40 and length(email) <= 254 and length(website) <= 200),
  constraint letterhead_registration_is_short check (length(registration) <= 160),
  constraint letterhead_logo_is_a_small_png
    check (octet_length(logo) <= 786432 and substring(logo from 1 for 8) = '\x89504e470d0a1a0a'::bytea),
  constraint letterhead_logo_fits_its_place check (logo_width between 1 and 720 and logo_height between 1 and 260),
  constraint letterhead_logo_says_how_large_it_is check (num_nulls(logo, logo_width, logo_height) in (0, 3)),
  constraint letterhead_logo_words_are_short_and_not_empty check (length(logo_alt) between 1 and 200),
  constraint letterhead_logo_is_told_in_words check (logo is null or logo_alt is not null)
);
call kith_wall('practice_letterhead');
