package org.manypaths.handoff;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * By what each {@link SafetyFact} is recognised in records of others.
 *
 * <p>The codes are those of our terminology facts (RxNorm's ingredients, SNOMED CT, ICD-10-CM, LOINC), with their meaning
 * there. The words are ours: English and international names of ingredients, the best known names of products, and how people
 * write of such conditions. They are meant to ask once too often.
 */
final class SafetyWords {

    private static final String RX_NORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String LOINC = "http://loinc.org";

    /** Buprenorphine, methadone, fentanyl, oxycodone, hydrocodone, morphine, tramadol, heroin. */
    static final Telling OPIOID = Telling.of(
            Telling.codes(RX_NORM, "1819", "6813", "4337", "7804", "5489", "7052", "10689", "3304"),
            "buprenorphin, methadon, morphin, oxycod, oxymorph, hydrocod, hydromorph, codein, fentan, tramadol, tapentadol, "
                    + "pethidin, meperidin, levorphan, butorphanol, nalbuphin, pentazocin, propoxyphen, tilidin, piritramid, "
                    + "meptazinol, oliceridin, _opium, heroin, nitazen, suboxone, subutex, sublocade, "
                    + "brixadi, buvidal, zubsolv, oxycontin, percocet, vicodin, dilaudid, duragesic, dolophine, nucynta");

    /** What is called an opioid and not by its name; naloxone is given against one. */
    static final Telling OPIOID_CLASS = Telling.of(Set.of(), "opioid, opiate");

    /** Lorazepam, diazepam, chlordiazepoxide, gabapentin, phenobarbital, oxazepam, clonazepam, alprazolam, baclofen. */
    static final Telling SEDATIVE = Telling.of(
            Telling.codes(RX_NORM, "6470", "3322", "2356", "25480", "8134", "7781", "2598", "596", "1292"),
            "azepam, azolam, clobazam, clorazep, chlordiazepoxid, benzodiazepin, barbit, butalbital, primidon, zolpidem, "
                    + "zopiclon, zaleplon, gabapentin, pregabalin, methiazol, oxybate, carisoprodol, meprobamat, baclofen, "
                    + "phenibut, chloral, xylazin, sedativ, hypnotic, xanax, valium, klonopin, ativan, librium, ambien, "
                    + "lunesta, neurontin, lyrica");

    /** Methadone, ondansetron, quetiapine. */
    static final Telling QT_MEDICINE = Telling.of(
            Telling.codes(RX_NORM, "6813", "26225", "51272"),
            "methadon, haloperidol, droperidol, ondansetron, domperidon, citalopram, amitriptylin, quetiapin, ziprasidon, "
                    + "chlorpromazin, thioridazin, pimozid, erythromycin, clarithromycin, azithromycin, floxacin, fluconazol, "
                    + "chloroquin, amiodaron, sotalol, dofetilid, flecainid, quinidin");

    static final Telling QT_FINDING = Telling.of(Set.of(), "_qt_, _qtc, torsade");

    /** Deliria and convulsions of withdrawal. */
    static final Telling SEIZURE_OR_DELIRIUM = Telling.of(
            both(
                    Telling.codes(SNOMED, "8635005", "703850002", "735235000", "308742005"),
                    Telling.codes(ICD, "F10.121", "F10.131", "F10.221", "F10.231", "F10.931", "F11.121", "F11.221"),
                    Telling.codes(ICD, "F12.121", "F12.221", "F13.121", "F13.131", "F13.221", "F13.231", "F13.931"),
                    Telling.codes(ICD, "F14.121", "F14.221", "F15.121", "F15.221", "F16.121", "F16.221", "F18.121"),
                    Telling.codes(ICD, "F18.221", "F19.121", "F19.131", "F19.221", "F19.231", "F19.931")),
            "seizure, convuls, delirium, delirious, epilep, _fit_, _fits_");

    /** Overdoses of drugs, and poisonings that ICD-10-CM calls so. */
    static final Telling OVERDOSE = Telling.of(
            both(
                    Telling.codes(SNOMED, "55680006", "295174006", "295193008", "295161000", "295166005", "296053004"),
                    Telling.codes(SNOMED, "297199006", "295175007", "295194002", "295163002", "390867000"),
                    Telling.codes(ICD, "T40.412A", "T40.1X1A", "T40.2X1A")),
            "overdos, poisoning, intoxication");

    /** Use of alcohol and of drugs that complicates a pregnancy. */
    static final Telling PREGNANCY = Telling.of(
            Telling.codes(ICD, "O99.310", "O99.320"),
            "pregnan, gravid, expecting a, expectant mother, antenatal, prenatal, gestation, trimester, obstetric");

    /** Suicidal thoughts and ideations, the scales of suicide, item 9 of the PHQ, poisoning in order to harm oneself. */
    static final Telling SUICIDE = Telling.of(
            both(
                    Telling.codes(LOINC, "93374-7", "93373-9", "93245-9", "93278-0", "44260-8"),
                    Telling.codes(SNOMED, "6471006"),
                    Telling.codes(ICD, "R45.851", "T40.412A")),
            "suicid, self harm, selfharm, self injur, self inflicted, hurting yourself, better off dead, wish to die, "
                    + "wants to die, end my life");

    /** Naloxone by itself, as an ingredient and in sprays, injections and syringes; {@link #OPIOID} must not be in it. */
    static final Telling NALOXONE = Telling.of(
            Telling.codes(RX_NORM, "7242", "1725059", "1870933", "2540703", "1659929", "2589612"), "naloxon, narcan");

    private SafetyWords() {}

    @SafeVarargs
    private static Set<String> both(Set<String>... codes) {
        Set<String> all = new HashSet<>();
        Stream.of(codes).forEach(all::addAll);
        return all;
    }
}
