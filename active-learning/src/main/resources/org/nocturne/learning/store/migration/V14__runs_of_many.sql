-- Jobs that one process does together: the run that each is a part of, and its place in what the run is given, from 0. They have no token of their own.
create table shared_run (
    job_id bigint primary key references job,
    token  varchar(36) not null,
    place  integer     not null,
    unique (token, place)
);

drop view attempt;
create view attempt as
select j.id, j.subject_kind, j.subject_id, j.step, j.attempt, j.state, coalesce(s.token, j.token) as token, j.work_dir, j.method_id, j.cause, j.detail,
       j.created_at, j.started_at, j.ended_at, j.runner_id, c.corrections, s.place
from job j
left join correction c on c.job_id = j.id
left join shared_run s on s.job_id = j.id;

-- How far the log of tasks that a pipeline writes into a work directory has been read, and what the tasks of it have taken.
create table pipeline_log (
    work_dir     varchar(500) primary key,
    read_bytes   bigint           not null,
    core_seconds double precision not null
);

-- Tasks of pipelines that have ended, those of a failed attempt too.
create table pipeline_task (
    id       bigint generated always as identity primary key,
    work_dir varchar(500)     not null references pipeline_log,
    process  varchar(200)     not null,
    name     varchar(500)     not null,
    hash     varchar(20)      not null,
    attempt  integer          not null,
    ok       boolean          not null,
    seconds  double precision not null,
    cores    integer          not null
);
create index pipeline_task_process on pipeline_task (process, ok);
