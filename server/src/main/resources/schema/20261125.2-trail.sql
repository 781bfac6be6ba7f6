-- One row per entry. Nothing ever updates or deletes one: its hash covers it and the hash before it.
create table MP_TRAIL (
    NODE varchar(64) not null,
    SEQ bigint not null,
    RECORDED_AT bigint not null,
    KIND varchar(20) not null,
    CLIENT varchar(200),
    USER_ID varchar(100),
    ORGANIZATION varchar(64),
    PERSON varchar(64),
    HOLDER varchar(64),
    RECORDS varchar(1000000) not null,
    QUERY varchar(20000),
    PURPOSE varchar(40),
    BASIS varchar(40),
    CONSENT varchar(64),
    OUTCOME varchar(20) not null,
    REASON varchar(2000),
    REQUEST_ID varchar(64) not null,
    PREVIOUS_HASH varchar(64) not null,
    HASH varchar(64) not null,
    primary key (NODE, SEQ)
);
create index MP_TRAIL_TIME on MP_TRAIL (RECORDED_AT, NODE, SEQ);
create index MP_TRAIL_PERSON on MP_TRAIL (PERSON, RECORDED_AT);
create index MP_TRAIL_CLIENT on MP_TRAIL (CLIENT, RECORDED_AT);
create index MP_TRAIL_HOLDER on MP_TRAIL (HOLDER, RECORDED_AT);

-- The last entry of each chain, so that one who cuts off its end has to touch two tables.
create table MP_TRAIL_HEAD (
    NODE varchar(64) not null primary key,
    SEQ bigint not null,
    HASH varchar(64) not null
);
