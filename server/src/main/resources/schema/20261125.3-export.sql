-- Jobs of bulk export. A job lists ids; what they stand for stays where it is until it is downloaded.
create table MP_EXPORT_JOB (
    ID varchar(64) not null primary key,
    CLIENT varchar(200) not null,
    CALLER varchar(20000) not null,
    REQUEST varchar(20000) not null,
    SCOPE varchar(10) not null,
    GROUP_ID varchar(64),
    TYPES varchar(4000) not null,
    SINCE bigint,
    STARTED_AT bigint not null,
    EXPIRES_AT bigint not null,
    STATE varchar(10) not null,
    WORKER varchar(64),
    HEARTBEAT bigint not null,
    CONSENTS varchar(100000) not null
);
create index MP_EXPORT_JOB_STATE on MP_EXPORT_JOB (STATE, STARTED_AT);

create table MP_EXPORT_FILE (
    JOB varchar(64) not null,
    NUMBER_IN_JOB int not null,
    TYPE varchar(64) not null,
    RESOURCES int not null,
    IDS varchar(1000000) not null,
    primary key (JOB, NUMBER_IN_JOB)
);
