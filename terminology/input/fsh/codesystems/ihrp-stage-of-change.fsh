CodeSystem: IhrpStageOfChangeCodes
Id: ihrp-stage-of-change
Title: "Stage of change"
Description: "Where the person stands toward changing the use of one substance, relative to the chosen direction. Return to use is an event, not a stage; a stage that was not assessed is told by a data absent reason."
* insert CodeSystemMetadata
* #precontemplation "Precontemplation" "No intention to change this substance's use in the foreseeable future (conventionally the next 6 months) relative to the stated target behaviour."
* #contemplation "Contemplation" "Aware that change may be wanted and seriously thinking about it (next 6 months) but not yet committed to action."
* #preparation "Preparation" "Intends to act soon (next 30 days) and has begun to plan or take small steps."
* #action "Action" "Has observably modified the use toward the chosen goal within the last 6 months."
* #maintenance "Maintenance" "Has kept up the chosen change for more than 6 months and works to prevent return to the earlier pattern."
* #not-applicable "No change sought or needed" "Use of this substance is, by agreement with the person, not a target of care at present."
