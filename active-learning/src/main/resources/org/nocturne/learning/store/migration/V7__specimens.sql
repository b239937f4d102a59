-- Structures that two codes label, so that the codes can be compared. Their labels stand apart from those that are learned from and
-- judged by. A candidate is that whose thermal frame a specimen is or was cut out of, an atom the one in its middle.
create table specimen (
    id            integer          primary key,
    origin        varchar(12)      not null,
    round         integer          not null,
    temperature_k double precision not null,
    candidate_id  integer references candidate,
    atom          integer,
    compared      integer          not null,
    file          varchar(500)     not null,
    sha256        varchar(64)      not null
);

-- One label by the campaign's own code and one by the second, each of a method of its own.
create table specimen_label (
    specimen_id integer          not null references specimen,
    code        varchar(8)       not null,
    method_id   varchar(12)      not null references method,
    job_id      bigint           not null references job,
    energy_ev   double precision not null,
    file        varchar(500)     not null,
    sha256      varchar(64)      not null,
    primary key (specimen_id, code)
);

-- Rounds of which specimens have been taken, also where there were none to take.
create table audited_round (
    round integer primary key
);
