-- Temperatures at which is proposed and judged beyond those of the campaign's file, each with the time at which a person added it.
create table added_temperature (
    kelvin   double precision            primary key,
    added_at timestamp(3) with time zone not null
);
