package it;

public record Order(int id, int amount) {}
