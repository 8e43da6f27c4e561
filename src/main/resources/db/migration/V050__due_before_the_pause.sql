-- What was due before its assignment was paused was due: a pause takes away what lies ahead, and rewrites nothing. Of what closed in a pause before
-- this, nobody knows when the pause began: it stays as it was counted.
create or replace function kith_withdrawn_at(ended_as text, ended_why text, ended_at timestamptz, due_at timestamptz, closes_at timestamptz, paused_at timestamptz)
  returns timestamptz language sql stable
  return case when ended_why = 'assignment-ended' then ended_at
              when ended_as is null and paused_at < closes_at then paused_at
              when ended_why = 'paused' and ended_at < closes_at then ended_at
              when ended_as = 'cancelled' then due_at - interval '1 microsecond' end;
