-- What entries are found by, apart from the chain: it is filled in batches from there, so that nobody who reads a record
-- waits for an index. Empty it, and it is filled anew.
create table MP_TRAIL_FINDER (
    NODE varchar(64) not null,
    SEQ bigint not null,
    RECORDED_AT bigint not null,
    KIND varchar(20) not null,
    USER_ID varchar(100),
    ORGANIZATION varchar(64),
    PERSON varchar(64),
    HOLDER varchar(64),
    OUTCOME varchar(20) not null,
    primary key (NODE, SEQ)
);
create index MP_FINDER_TIME on MP_TRAIL_FINDER (RECORDED_AT, NODE, SEQ);
create index MP_FINDER_PERSON on MP_TRAIL_FINDER (PERSON, RECORDED_AT);
create index MP_FINDER_HOLDER on MP_TRAIL_FINDER (HOLDER, RECORDED_AT);
drop index MP_TRAIL_TIME;
drop index MP_TRAIL_PERSON;
drop index MP_TRAIL_HOLDER;
