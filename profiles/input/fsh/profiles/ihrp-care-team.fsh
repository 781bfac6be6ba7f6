Profile: IhrpCareTeam
Parent: CareTeam
Id: ihrp-care-team
Title: "Care team"
Description: "Everybody who shares in the plan: the person first, close people, prescriber, therapist, peer, complementary practitioners."
* insert ProfileMetadata
* insert CompliesWith(us-core-careteam)
* insert PersonVoice
* obeys ct-1
* status MS
* name MS
* subject 1..1 MS
* subject only Reference(Patient)
* period MS
* participant 1..* MS
* participant.role 1..1 MS
* participant.role from IhrpCareTeamRoleValues (extensible)
* participant.member 1..1 MS
* participant.onBehalfOf MS
* participant.period MS
* managingOrganization MS
* telecom MS
* note MS
