package org.dimos.robots.sim;

/** The outline of a solid on the floor. */
sealed interface Footprint {

    /**
     * Where a level ray passes through this outline.
     *
     * @param crossing filled in, with distances in lengths of the direction, if the ray meets the outline
     * @return whether it does
     */
    boolean cross(double x, double y, double dx, double dy, Crossing crossing);

    /** How far a point is from the outline in metres; negative inside. */
    double distance(double x, double y);

    /** A rectangle along the axes. */
    record Rectangle(double minX, double minY, double maxX, double maxY) implements Footprint {

        @Override
        public boolean cross(double x, double y, double dx, double dy, Crossing crossing) {
            double x0 = (minX - x) / dx;
            double x1 = (maxX - x) / dx;
            double y0 = (minY - y) / dy;
            double y1 = (maxY - y) / dy;
            double nearX = Math.min(x0, x1);
            double nearY = Math.min(y0, y1);
            double near = Math.max(nearX, nearY);
            double far = Math.min(Math.max(x0, x1), Math.max(y0, y1));
            if (!(far > 0 && near < far)) {
                return false;
            }
            crossing.near = Math.max(near, 0);
            crossing.far = far;
            crossing.normalX = nearX >= nearY ? -Math.signum(dx) : 0;
            crossing.normalY = nearX >= nearY ? 0 : -Math.signum(dy);
            return true;
        }

        @Override
        public double distance(double x, double y) {
            double outX = Math.max(minX - x, x - maxX);
            double outY = Math.max(minY - y, y - maxY);
            if (outX > 0 && outY > 0) {
                return Math.sqrt(outX * outX + outY * outY);
            }
            return Math.max(outX, outY);
        }
    }

    /** A circle. */
    record Disc(double centerX, double centerY, double radius) implements Footprint {

        @Override
        public boolean cross(double x, double y, double dx, double dy, Crossing crossing) {
            double toX = centerX - x;
            double toY = centerY - y;
            double length2 = dx * dx + dy * dy;
            double middle = (toX * dx + toY * dy) / length2;
            double offX = toX - middle * dx;
            double offY = toY - middle * dy;
            double half2 = (radius * radius - offX * offX - offY * offY) / length2;
            if (half2 <= 0) {
                return false;
            }
            double half = Math.sqrt(half2);
            if (middle + half <= 0) {
                return false;
            }
            crossing.near = Math.max(middle - half, 0);
            crossing.far = middle + half;
            crossing.normalX = (crossing.near * dx - toX) / radius;
            crossing.normalY = (crossing.near * dy - toY) / radius;
            return true;
        }

        @Override
        public double distance(double x, double y) {
            return Math.hypot(x - centerX, y - centerY) - radius;
        }
    }

    /** From where to where a ray is inside an outline, and the outward direction where it enters. */
    final class Crossing {
        double near;
        double far;
        double normalX;
        double normalY;
    }
}
