-- What a round has shown, by which test, and what the loop does next. One row for each assessment that was acted upon.
create table round_verdict (
    assessment_id integer                     primary key references assessment,
    trend         varchar(12)                 not null,
    test          varchar(20)                 not null,
    line          varchar(200)                not null,
    statistic     double precision,
    p_value       double precision,
    level         double precision            not null,
    compared      integer                     not null,
    why           varchar(1000)               not null,
    action        varchar(12)                 not null,
    temperature_k double precision,
    amount        integer                     not null,
    because       varchar(1000)               not null,
    created_at    timestamp(3) with time zone not null
);

-- Rounds that were judged before verdicts were kept have been acted upon.
insert into round_verdict (assessment_id, trend, test, line, level, compared, why, action, amount, because, created_at)
select id, 'undecided', 'none', '', 0.05, 0, 'judged before verdicts were kept', 'unknown', 0, '', created_at
from assessment;

-- Trainings that gave no version; what is learned from is named by its hash, as in a version's row.
create table failed_training (
    id          integer                     primary key,
    data_sha256 varchar(64)                 not null,
    frames      integer                     not null,
    fired_by    varchar(40)                 not null,
    reason      varchar(1000)               not null,
    failed_at   timestamp(3) with time zone not null
);
create index failed_training_data on failed_training (data_sha256);

-- What has become of the work directory of a job that is done. The row comes before the directory goes; cleared says that it has gone.
create table tidied_work (
    job_id       bigint                      primary key references job,
    became       varchar(10)                 not null,
    archive      varchar(500),
    sha256       varchar(64),
    before_bytes bigint                      not null,
    after_bytes  bigint                      not null,
    cleared      boolean                     not null,
    tidied_at    timestamp(3) with time zone not null
);
