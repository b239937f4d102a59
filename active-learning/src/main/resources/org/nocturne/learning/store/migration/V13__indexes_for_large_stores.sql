-- What was done in the last hour, all of it in the index itself, and what of a kind happened last, however many jobs and events there are.
create index job_ended on job (ended_at, state, step, started_at);
create index event_step on event (step, id);
