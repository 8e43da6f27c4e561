-- When a task left what is counted as due, told in one place: with its assignment, or as if before it was due where it was cancelled or waits in a pause.
create function kith_withdrawn_at(ended_as text, ended_why text, ended_at timestamptz, due_at timestamptz, closes_at timestamptz, paused_at timestamptz)
  returns timestamptz language sql stable
  return case when ended_why = 'assignment-ended' then ended_at
              when ended_as = 'cancelled' or (ended_as is null and paused_at < closes_at) then due_at - interval '1 microsecond' end;
