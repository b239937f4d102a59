-- What an attempt does otherwise than the first one at its step, as JSON; no row where it does the same.
create table correction (
    job_id      bigint primary key references job,
    corrections text   not null
);

create view attempt as
select j.id, j.subject_kind, j.subject_id, j.step, j.attempt, j.state, j.token, j.work_dir, j.cause, j.detail, j.started_at,
       j.ended_at, j.runner_id, c.corrections
from job j
left join correction c on c.job_id = j.id;
