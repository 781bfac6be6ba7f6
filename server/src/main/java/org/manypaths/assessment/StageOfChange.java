package org.manypaths.assessment;

import java.time.Instant;

/**
 * One recorded stage of change, reduced to what decides whether it still holds.
 *
 * @param observation the id of the Observation, or any name that is its alone while it has no id
 * @param series what the stage is about and whose view it is; a newer one of the same series supersedes it
 * @param effective the time the stage was found at
 * @param issued when it was published, {@link Instant#MIN} if unknown
 * @param arrival rises with the order in which the server first stored the observations
 */
public record StageOfChange(String observation, Series series, Instant effective, Instant issued, long arrival) {

    /**
     * One line of stages that follow upon each other.
     *
     * @param about the substance or behaviour, as precisely as it was said
     * @param direction the direction toward which the stage was judged, empty if none was named
     * @param rater whose view it is
     */
    public record Series(String about, String direction, String rater) {}
}
