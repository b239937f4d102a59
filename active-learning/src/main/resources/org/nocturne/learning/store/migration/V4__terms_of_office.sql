-- Which version was in office when, and who put it there: the newest term is the present one. Terms are only ever added, so that a
-- roll-back can itself be taken back.
create table term_of_office (
    term       integer                     primary key,
    version    integer                     not null references model (version),
    began_by   varchar(12)                 not null,
    reason     varchar(1000)               not null,
    began_at   timestamp(3) with time zone not null
);

insert into term_of_office (term, version, began_by, reason, began_at)
select row_number() over (order by version), version, 'RETRAINING', reason, created_at
from model
where verdict = 'promoted';
