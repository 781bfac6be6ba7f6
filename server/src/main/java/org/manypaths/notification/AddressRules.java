package org.manypaths.notification;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses of the network belong to the world at large, and not to this machine or the network around it. */
final class AddressRules {

    private AddressRules() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return address instanceof Inet4Address ? isPublic4(address.getAddress()) : isPublic6((Inet6Address) address);
    }

    /** What {@link InetAddress} does not know: this network, carriers' networks, tests, protocols, broadcast. */
    private static boolean isPublic4(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        int third = address[2] & 0xff;
        boolean carrier = first == 100 && second >= 64 && second < 128;
        boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean examples =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        return first != 0 && first != 127 && first < 224 && !carrier && !protocols && !benchmarks && !examples;
    }

    /** Only the global unicast block, without the parts of it in which another address is wrapped. */
    private static boolean isPublic6(Inet6Address address) {
        byte[] bytes = address.getAddress();
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean wraps6to4 = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean special = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xfe) == 0;
        boolean examples = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && (bytes[3] & 0xff) == 0xb8;
        return global && !wraps6to4 && !special && !examples;
    }
}
