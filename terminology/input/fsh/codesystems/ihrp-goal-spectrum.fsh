CodeSystem: IhrpGoalSpectrumCodes
Id: ihrp-goal-spectrum
Title: "Goal directions"
Description: "The directions a goal about substance use may take, from undecided and staying engaged through safer and reduced use to abstinence, all equal."
* insert CodeSystemMetadata
* #undecided "Undecided - exploring" "No use goal chosen yet; the goal is to explore what the person wants."
* #engagement-only "Stay engaged" "Keep in contact with care; no change in use asked for."
* #safer-use "Safer use" "Lower the harm of each use episode while amount may stay the same."
* #safer-route "Safer route of use" "Move to a lower-risk route (e.g. from injecting to smoking or swallowing)."
* #reduced-quantity "Reduced quantity" "Use less per occasion."
* #reduced-frequency "Reduced frequency" "Use on fewer days or occasions."
* #moderation "Moderation - managed use" "Use within self-set limits of amount, timing and situation (optimal use plan)."
* #substitution "Substitution with lower-risk substance or medicine" "Replace the substance with a lower-risk one, including agonist treatment."
* #situational-abstinence "Situational abstinence" "No use in named situations (e.g. when parenting, driving, working)."
* #trial-abstinence "Time-limited abstinence trial" "No use for an agreed period as an experiment."
* #abstinence-one "Abstinence from this substance" "No use of this substance; other substances judged separately."
* #abstinence-medication-supported "Abstinence supported by medication" "No non-prescribed use while on agonist or blocking medicine."
* #abstinence-all "Abstinence from all non-prescribed substances" "No use of any non-prescribed psychoactive substance."
* #maintain-change "Maintain current change" "Keep the change already reached."
