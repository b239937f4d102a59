-- Who is at work on this campaign. One leads: it proposes, judges and retrains; the others run jobs.
create table runner (
    id         varchar(36)                 primary key,
    host       varchar(255)                not null,
    pid        bigint                      not null,
    start_time bigint                      not null,
    slots      integer                     not null,
    began_at   timestamp(3) with time zone not null,
    seen_at    timestamp(3) with time zone not null,
    ended_at   timestamp(3) with time zone
);

-- H2 (2.5.252) copies a table to which a column is added, and leaves a view of it looking at the old one.
drop view candidate_state;

alter table job add column runner_id varchar(36);
alter table job add constraint job_runner foreign key (runner_id) references runner;

-- The folder holds the same id in a file: two folders must not work on one database.
alter table campaign add column folder_id varchar(36);
alter table campaign add column leader_id varchar(36);
alter table campaign add constraint campaign_leader foreign key (leader_id) references runner;

-- The state of a candidate is derived from its jobs and never stored.
create view candidate_state as
select c.id,
       c.round,
       case
           when exists (select 1 from job j where j.subject_kind = 'candidate' and j.subject_id = c.id
                        and j.step = 'label' and j.state = 'DONE') then 'labelled'
           when exists (select 1 from job j where j.subject_kind = 'candidate' and j.subject_id = c.id
                        and j.step = 'label' and j.state = 'RUNNING') then 'labelling'
           when exists (select 1 from job j where j.subject_kind = 'candidate' and j.subject_id = c.id
                        and j.step = 'label' and j.state = 'PENDING') then 'relaxed'
           when exists (select 1 from job j where j.subject_kind = 'candidate' and j.subject_id = c.id
                        and j.step = 'relax' and j.state = 'RUNNING') then 'relaxing'
           when exists (select 1 from job j where j.subject_kind = 'candidate' and j.subject_id = c.id
                        and j.state = 'PENDING') then 'proposed'
           else 'failed'
       end as state
from candidate c;
