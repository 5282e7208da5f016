DROP TABLE original_views;
DROP TABLE restores;
DROP TABLE withdrawals;
