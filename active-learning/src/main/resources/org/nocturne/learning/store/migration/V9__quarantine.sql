-- Ranges of temperature at which one cause fails again and again, until another version is in office.
create table quarantine (
    id            integer                     primary key,
    cause         varchar(20)                 not null,
    from_k        double precision            not null,
    to_k          double precision            not null,
    model_version integer                     not null,
    failed        integer                     not null,
    tried         integer                     not null,
    chance        double precision            not null,
    began_at      timestamp(3) with time zone not null,
    ended_at      timestamp(3) with time zone
);

-- Candidates whose next step waits for the end of a quarantine.
create table held (
    candidate_id  integer     primary key references candidate,
    quarantine_id integer     not null references quarantine,
    step          varchar(12) not null
);

-- A candidate that is held has no open job.
drop view candidate_state;

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
           when exists (select 1 from held h where h.candidate_id = c.id) then 'held'
           else 'failed'
       end as state
from candidate c;
