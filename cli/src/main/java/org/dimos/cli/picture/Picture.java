package org.dimos.cli.picture;

import java.util.List;

/**
 * A frame made ready for a terminal.
 *
 * @param columns how many cells it is wide
 * @param rows how many cells it is high
 * @param lines one text for each row of cells; or, for modes of pixels, one text that draws all of it from the cell on
 *     which the cursor stands
 */
public record Picture(int columns, int rows, List<String> lines) {
    private static final int MOST_PIXELS_ACROSS = 1600;

    public Picture {
        lines = List.copyOf(lines);
    }

    /**
     * As large as fits into some cells, its proportions kept.
     *
     * @param columns how many cells it may be wide
     * @param rows how many cells it may be high
     * @throws PictureException if there is no room at all
     */
    public static Picture of(Frame frame, int columns, int rows, GraphicsMode mode, CellSize cell) {
        if (columns < 1 || rows < 1) {
            throw new PictureException("there is no room for a picture");
        }
        if (!mode.isPixels()) {
            List<String> lines = CellPicture.of(frame, columns, rows, mode);
            Raster size = Raster.fit(frame, columns, rows * 2);
            return new Picture(size.width(), lines.size(), lines);
        }
        double fine = Math.min(1, MOST_PIXELS_ACROSS / (double) Math.max(columns * cell.width(), rows * cell.height()));
        int across = (int) Math.max(1, columns * cell.width() * fine);
        int down = (int) Math.max(1, rows * cell.height() * fine);
        Raster raster = Raster.fit(frame, across, down);
        int wide = (int) Math.min(columns, Math.ceil(raster.width() / (cell.width() * fine)));
        int high = (int) Math.min(rows, Math.ceil(raster.height() / (cell.height() * fine)));
        String text = mode == GraphicsMode.KITTY ? KittyPicture.of(raster, wide, high) : SixelPicture.of(raster);
        return new Picture(wide, high, List.of(text));
    }

    /** The same with cells of the usual size. */
    public static Picture of(Frame frame, int columns, int rows, GraphicsMode mode) {
        return of(frame, columns, rows, mode, CellSize.USUAL);
    }
}
