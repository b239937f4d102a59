-- What an attempt that was started and has ended took, without any time in a queue, and on how many cores. Of attempts that ended before
-- this table was there only the time from their claim is known.
create table effort (
    job_id  bigint           primary key references job,
    seconds double precision not null,
    cores   integer          not null
);

insert into effort (job_id, seconds, cores)
select id, extract(epoch from ended_at) - extract(epoch from started_at), 1
from job
where started_at is not null and ended_at is not null;

-- What the campaign may spend: the newest grant holds. Grants are only ever added. A bound that is null is none.
create table budget (
    id           integer                     primary key,
    granted_by   varchar(12)                 not null,
    granted_at   timestamp(3) with time zone not null,
    until_at     timestamp(3) with time zone,
    core_hours   double precision,
    failures     integer,
    disk_mb      bigint,
    keep_free_mb bigint                      not null
);

-- When nothing new was begun because the disk had too little room.
create table pause (
    id        integer                     primary key,
    began_at  timestamp(3) with time zone not null,
    free_mb   bigint                      not null,
    wanted_mb bigint                      not null,
    ended_at  timestamp(3) with time zone
);
