-- How many documents about a person a receiver has taken in: of two nodes that take one in at once, one has to look again.
create table MP_RECEPTION (
    PERSON varchar(64) not null primary key,
    DOCUMENTS bigint not null
);
