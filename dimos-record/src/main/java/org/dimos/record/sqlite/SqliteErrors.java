package org.dimos.record.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's error codes mean to a user. */
final class SqliteErrors {
    private static final int PRIMARY_CODE = 0xff;

    private SqliteErrors() {}

    static String reason(SQLException error) {
        return switch (primary(error)) {
            case SQLITE_CORRUPT -> "the file is damaged";
            case SQLITE_NOTADB -> "it is not a SQLite database";
            case SQLITE_FULL -> "disk full";
            case SQLITE_BUSY, SQLITE_LOCKED -> "locked by another process";
            case SQLITE_READONLY -> "it is read-only";
            case SQLITE_CANTOPEN -> "it cannot be opened";
            case SQLITE_PERM, SQLITE_AUTH -> "access is denied";
            case SQLITE_IOERR -> "reading or writing the disk failed";
            case SQLITE_TOOBIG -> "a value is too large";
            case SQLITE_NOMEM -> "not enough memory";
            default -> String.valueOf(error.getMessage()).replaceFirst("^\\[\\w+] ", "");
        };
    }

    /** Whether the same statement may succeed later. */
    static boolean isBusy(SQLException error) {
        SQLiteErrorCode code = primary(error);
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
    }

    /** Whether there is no room on the disk, or in the quota of SQLite. */
    static boolean isFull(SQLException error) {
        boolean noRoomForTheLog = error instanceof SQLiteException sqlite
                && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
        return noRoomForTheLog || primary(error) == SQLiteErrorCode.SQLITE_FULL;
    }

    private static SQLiteErrorCode primary(SQLException error) {
        int code = error instanceof SQLiteException sqlite ? sqlite.getResultCode().code : error.getErrorCode();
        return SQLiteErrorCode.getErrorCode(code & PRIMARY_CODE);
    }
}
