-- The library that variants are made of: basins that replicas have fallen to. The start structure's basin is none of them.
create table parent (
    basin_id   integer primary key references basin,
    replica_id integer not null unique references replica
);

-- Candidates that are variants. Once the noise is minimised away there is a place to begin the relax step at; once that has ended, what it
-- has become is compared with its parent: energy per atom, and share of the bonds that the parent does not have.
create table variant (
    candidate_id          integer primary key references candidate,
    parent_id             integer          not null references parent,
    sigma_angstrom        double precision not null,
    start_file            varchar(500),
    start_sha256          varchar(64),
    start_energy_ev       double precision,
    energy_over_parent_ev double precision,
    new_bonds             double precision
);

-- A candidate that is a variant is minimised before it is relaxed, and is under way meanwhile.
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
                        and j.step in ('minimise', 'relax') and j.state = 'RUNNING') then 'relaxing'
           when exists (select 1 from job j where j.subject_kind = 'candidate' and j.subject_id = c.id
                        and j.state = 'PENDING') then 'proposed'
           when exists (select 1 from held h where h.candidate_id = c.id) then 'held'
           else 'failed'
       end as state
from candidate c;
