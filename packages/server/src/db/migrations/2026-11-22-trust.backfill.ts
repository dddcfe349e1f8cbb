/**
 * Everybody who was there before becomes a person: a colleague one, whatever she takes part in; anybody else one per
 * collaboration, for nobody said that two of a name are the same. The identifier is that of the member or participant:
 * known, unique, and no statement needs to look for it.
 */
export const backfill = [
  "set local app.maintenance = 'on'",
  'update member set roles = array[role]',
  `insert into person (workspace_id, id, name, created_at)
    select workspace_id, id, left(name, 80), created_at from member`,
  `insert into person (workspace_id, id, name, created_at)
    select workspace_id, id, name, joined_at from participant where member_id is null`,
  'update participant set person_id = coalesce(member_id, id)',
  `update invitation_token t set person_id = p.person_id from participant p
    where p.workspace_id = t.workspace_id and p.id = t.participant_id`,
  // A colleague is the person of the same identifier.
  `alter table member alter column roles set not null, drop column role,
    add foreign key (workspace_id, id) references person (workspace_id, id)`,
  `alter table participant alter column person_id set not null,
    add foreign key (workspace_id, person_id) references person (workspace_id, id)`,
  `alter table invitation_token alter column person_id set not null,
    add foreign key (workspace_id, person_id) references person (workspace_id, id)`,
  'create index participant_person on participant (workspace_id, person_id)',
]
