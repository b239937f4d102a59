-- A quantity of the ledger can have several parts, such as shells of waves; lines keep the order in which they were judged.
alter table variance rename to variance_before_parts;

create table variance (
    id             bigint generated always as identity primary key,
    assessment_id  integer          not null references assessment,
    stage          varchar(12)      not null,
    quantity       varchar(40)      not null,
    part           varchar(80)      not null,
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
    unique (assessment_id, stage, quantity, part, temperature_k)
);

insert into variance (assessment_id, stage, quantity, part, temperature_k, estimate, standard_error, low, high, band_low,
                      band_high, samples, needed, verdict, source)
select assessment_id, stage, quantity, '', temperature_k, estimate, standard_error, low, high, band_low, band_high, samples,
       needed, verdict, source
from variance_before_parts
order by assessment_id, temperature_k, quantity, stage;

drop table variance_before_parts;
