CodeSystem: IhrpEducationTopicCodes
Id: ihrp-education-topic
Title: "Topics of education"
Description: "What is taught to people and those close to them."
* insert CodeSystemMetadata
* #substances "Substances and the body" "What substances do, alone and together."
* #overdose-response "Overdose response" "How to see and answer an overdose."
* #tolerance "Tolerance after a break" "Why a usual amount can kill after detox or prison."
* #safer-use "Safer use" "How to use with less harm."
* #medicine "A medicine" "What a medicine does, how long, how to start and how to stop."
* #withdrawal "Withdrawal" "What withdrawal feels like and what helps."
* #infection "Infection" "How infections are prevented, found and treated."
* #stages "Change and ambivalence" "How change goes and why ambivalence is normal."
* #self-management "Self-management" "Urges, sleep, feelings."
* #rights "Rights and consent" "What may be shared, with whom, and how to revoke it."
* #supporting "Supporting somebody" "How close people can help without control, and look after themselves."
