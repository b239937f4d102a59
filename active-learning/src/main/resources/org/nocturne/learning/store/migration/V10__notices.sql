-- How many events of the campaign each way of telling people has been through; no row before the first.
create table notice (
    channel varchar(40) primary key,
    told    bigint      not null
);
