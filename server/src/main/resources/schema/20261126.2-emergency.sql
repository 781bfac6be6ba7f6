-- Medical emergencies that a client declared, each of one person and until a moment (42 CFR 2.51).
create table MP_EMERGENCY (
    CLIENT varchar(200) not null,
    PERSON varchar(64) not null,
    REASON varchar(2000) not null,
    ENDS_AT bigint not null,
    primary key (CLIENT, PERSON)
);
