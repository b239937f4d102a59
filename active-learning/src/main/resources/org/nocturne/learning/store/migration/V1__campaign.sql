-- The memory of one campaign. Runs unchanged on H2 and PostgreSQL.

create table campaign (
    id            integer                     primary key check (id = 1),
    name          varchar(200)                not null,
    configuration text                        not null,
    sha256        varchar(64)                 not null,
    created_at    timestamp(3) with time zone not null,
    state         varchar(12)                 not null,
    verdict       varchar(2000)
);

create table method (
    id        varchar(12)   primary key,
    code      varchar(100)  not null,
    version   varchar(200)  not null,
    potential varchar(2000) not null,
    settings  varchar(2000) not null
);

-- What a job is about. A subject is inserted together with its first job.
create table basin (
    id               integer primary key,
    start_file       varchar(500)     not null,
    start_sha256     varchar(64)      not null,
    inherent_file    varchar(500),
    inherent_sha256  varchar(64),
    energy_ev        double precision,
    max_force        double precision,
    method_id        varchar(12) references method
);

create table replica (
    id            integer          primary key,
    role          varchar(12)      not null,
    temperature_k double precision not null,
    seed          bigint           not null,
    reason        varchar(500)     not null,
    series_file   varchar(500),
    series_sha256 varchar(64)
);

create table model (
    version         integer                     primary key,
    folder          varchar(500)                not null,
    sha256          varchar(64)                 not null,
    data_sha256     varchar(64)                 not null,
    frames          integer                     not null,
    fired_by        varchar(40)                 not null,
    heldout_error   double precision            not null,
    incumbent_error double precision,
    verdict         varchar(12)                 not null,
    reason          varchar(1000)               not null,
    created_at      timestamp(3) with time zone not null
);

create table candidate (
    id                 integer          primary key,
    round              integer          not null,
    temperature_k      double precision not null,
    model_version      integer references model,
    seed               bigint           not null,
    proposal_file      varchar(500)     not null,
    proposal_sha256    varchar(64)      not null,
    proposal_energy_ev double precision,
    inherent_file      varchar(500),
    inherent_sha256    varchar(64),
    inherent_energy_ev double precision,
    created_at         timestamp(3) with time zone not null
);
create index candidate_round on candidate (round);

create table job (
    id           bigint generated always as identity primary key,
    subject_kind varchar(10)  not null,
    subject_id   integer      not null,
    step         varchar(10)  not null,
    attempt      integer      not null,
    state        varchar(10)  not null,
    token        varchar(36)  unique,
    work_dir     varchar(500),
    method_id    varchar(12) references method,
    cause        varchar(20),
    detail       varchar(2000),
    created_at   timestamp(3) with time zone not null,
    started_at   timestamp(3) with time zone,
    ended_at     timestamp(3) with time zone,
    unique (subject_kind, subject_id, step, attempt)
);
create index job_state on job (state, step, id);

-- Thermal configurations; positions and forces lie in the file, at this place counted from 0.
create table frame (
    id            bigint generated always as identity primary key,
    subject_kind  varchar(10)      not null,
    subject_id    integer          not null,
    ordinal       integer          not null,
    role          varchar(12)      not null,
    temperature_k double precision not null,
    file          varchar(500)     not null,
    sha256        varchar(64)      not null,
    unique (subject_kind, subject_id, ordinal)
);
create index frame_role on frame (role, temperature_k);

create table label (
    frame_id  bigint           not null references frame,
    method_id varchar(12)      not null references method,
    job_id    bigint           not null references job,
    energy_ev double precision not null,
    max_force double precision not null,
    primary key (frame_id, method_id)
);

-- The pattern of a labelled frame on the target's grid: doubles, big endian.
create table pattern (
    frame_id  bigint primary key references frame,
    intensity bytea  not null
);

-- One row per judged quantity and assessment; the newest assessment is the present ledger.
create table assessment (
    id         integer                     primary key,
    round      integer                     not null,
    frames     integer                     not null,
    rwp        double precision,
    chi2       double precision,
    r_minus_1  double precision,
    created_at timestamp(3) with time zone not null
);

create table variance (
    assessment_id  integer          not null references assessment,
    stage          varchar(12)      not null,
    quantity       varchar(40)      not null,
    temperature_k  double precision not null,
    estimate       double precision not null,
    standard_error double precision not null,
    low            double precision not null,
    high           double precision not null,
    band_low       double precision not null,
    band_high      double precision not null,
    samples        integer          not null,
    needed         integer          not null,
    verdict        varchar(10)      not null,
    source         varchar(500)     not null,
    primary key (assessment_id, stage, quantity, temperature_k)
);

create table event (
    id     bigint generated always as identity primary key,
    at     timestamp(3) with time zone not null,
    level  varchar(5)                  not null,
    step   varchar(12)                 not null,
    fields text                        not null
);

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
