package org.manypaths.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses that only programs on this machine can reach. */
final class Loopback {

    static final String ADDRESS = "127.0.0.1";

    private Loopback() {}

    /** False too for a name that nobody knows: what cannot be told is treated as open. */
    static boolean contains(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
