CodeSystem: IhrpEngagementCodes
Id: ihrp-engagement
Title: "Engagement in care"
Description: "How the person and the care have found together so far."
* insert CodeSystemMetadata
* #not-yet-engaged "Not yet engaged" "Outreach or referral only; no shared work yet."
* #tentative "Tentatively engaged" "Attends with doubts; goals not yet shared."
* #engaged "Engaged" "Takes part and shares in setting goals."
* #strongly-engaged "Strongly engaged" "Leads own plan between contacts."
* #strained "Strained - alliance rupture" "Withdrawal or confrontation in the relationship; repair needed."
* #disengaged "Out of contact" "Has stopped contact for now; the door stays open and a re-engagement plan applies."
* #mandated "Mandated attendance" "Attends chiefly because a third party requires it."
