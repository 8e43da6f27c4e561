package dev.kith.demo;

public class Demo {}
