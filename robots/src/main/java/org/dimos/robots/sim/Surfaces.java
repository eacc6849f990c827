package org.dimos.robots.sim;

import org.dimos.robots.sim.SurfaceHit.Face;

/** What surfaces look like: a colour for each point of the office, before the light falls on it. */
final class Surfaces {
    private static final int SKY = 0xb8d8f0;
    private static final int FRAME = 0xf4f4f0;
    private static final int LAMP = 0xffffff;
    private static final int[] BOOKS = {0x8c2f2f, 0x2f5a8c, 0x3f7a46, 0xc0a040, 0x5a3f7a, 0xb86a30, 0xd8d0c0, 0x404448};

    private Surfaces() {}

    /** The colour at a point, 0xRRGGBB. */
    static int color(SurfaceHit hit, double x, double y, double z) {
        Solid solid = hit.solid;
        if (solid == null) {
            return hit.face == Face.CEILING ? ceiling(x, y) : floor(x, y);
        }
        if (hit.face != Face.SIDE) {
            return solid.rgb();
        }
        double along = Math.abs(hit.normalX) > 0.5 ? y : x;
        return switch (solid.finish()) {
            case PLAIN -> solid.rgb();
            case WALL -> wall(solid.rgb(), z);
            case WINDOWS -> windows(solid.rgb(), along, z);
            case SHELF -> shelf(solid.rgb(), along, z);
            case CABINET -> cabinet(solid.rgb(), along, z);
        };
    }

    /** How much light a surface gives back to a laser, 0 to 1. */
    static double reflectivity(SurfaceHit hit) {
        int rgb = hit.solid != null ? hit.solid.rgb() : hit.face == Face.FLOOR ? 0x606468 : 0xe8e8e4;
        return ((rgb >> 16 & 255) * 3 + (rgb >> 8 & 255) * 6 + (rgb & 255)) / 2550.0;
    }

    private static int floor(double x, double y) {
        long tileX = Math.round(Math.floor(x * 2));
        long tileY = Math.round(Math.floor(y * 2));
        int tone = 92 + hash(tileX, tileY) % 22;
        boolean seam = fraction(x * 2) < 0.02 || fraction(y * 2) < 0.02;
        int level = seam ? tone - 22 : tone;
        return level << 16 | (level + 4) << 8 | (level + 12);
    }

    private static int ceiling(double x, double y) {
        double u = x / 0.6;
        double v = y / 0.6;
        if (fraction(u) < 0.03 || fraction(v) < 0.03) {
            return 0xb4b4b0;
        }
        boolean lamp = Math.floorMod((long) Math.floor(u), 4) == 1 && Math.floorMod((long) Math.floor(v), 3) == 1;
        return lamp ? LAMP : 0xdcdcd8;
    }

    private static int wall(int rgb, double z) {
        return z < 0.1 ? 0x5c5048 : rgb;
    }

    private static int windows(int rgb, double along, double z) {
        double u = Math.abs(fraction(along / 2) - 0.5) * 2;
        if (z < 0.95 || z > 2.1 || u > 0.72) {
            return wall(rgb, z);
        }
        boolean frame = z < 1.02 || z > 2.03 || u > 0.66 || u < 0.03;
        return frame ? FRAME : mixed(SKY, 0x88a878, z < 1.4 ? 0.8 : 0);
    }

    private static int shelf(int rgb, double along, double z) {
        double level = z / 0.38;
        if (fraction(level) < 0.08 || fraction(along / 0.9) < 0.04) {
            return rgb;
        }
        long book = (long) Math.floor(along / 0.045);
        int look = hash(book, (long) Math.floor(level));
        boolean gap = fraction(level) > 0.6 + look % 30 / 100.0;
        return gap ? 0x30261c : BOOKS[look % BOOKS.length];
    }

    private static int cabinet(int rgb, double along, double z) {
        boolean seam = fraction(z / 0.37) < 0.04 || fraction(along / 0.5) < 0.025;
        boolean handle = Math.abs(fraction(z / 0.37) - 0.8) < 0.04 && Math.abs(fraction(along / 0.5) - 0.5) < 0.12;
        return seam || handle ? mixed(rgb, 0x202020, 0.6) : rgb;
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }

    private static int mixed(int rgb, int other, double share) {
        int red = mixedChannel(rgb >> 16 & 255, other >> 16 & 255, share);
        int green = mixedChannel(rgb >> 8 & 255, other >> 8 & 255, share);
        return red << 16 | green << 8 | mixedChannel(rgb & 255, other & 255, share);
    }

    private static int mixedChannel(int one, int other, double share) {
        return (int) (one + share * (other - one));
    }

    private static int hash(long a, long b) {
        long mixed = (a * 0x9E3779B97F4A7C15L) ^ (b * 0xC2B2AE3D27D4EB4FL);
        mixed ^= mixed >>> 29;
        return (int) ((mixed * 0xBF58476D1CE4E5B9L) >>> 40) & 0xffff;
    }
}
